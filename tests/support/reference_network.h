// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/network.h"

#include <cmath>
#include <span>
#include <string>
#include <vector>

namespace nabla::test {

/// The book's program again, as plainly as it can be written: one example at a time, loops over
/// neurons, double precision, nothing shared with the core but the initial parameters. What the
/// core is measured against.
class ReferenceNetwork
{
public:
    using Rows = std::vector<std::vector<double>>;

    ReferenceNetwork(const Network &start, std::string activation, std::string cost)
        : m_activation(std::move(activation))
        , m_cost(std::move(cost))
    {
        for (int l = 1; l <= start.layerCount(); ++l) {
            const auto W = start.weights(l);
            const auto b = start.biases(l);
            Rows rows(static_cast<std::size_t>(W.rows()),
                      std::vector<double>(static_cast<std::size_t>(W.cols())));
            std::vector<double> biases(static_cast<std::size_t>(b.size()));
            for (std::size_t j = 0; j < rows.size(); ++j) {
                for (std::size_t k = 0; k < rows[j].size(); ++k)
                    rows[j][k] = W(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k));
                biases[j] = b(static_cast<Eigen::Index>(j));
            }
            m_weights.push_back(rows);
            m_biases.push_back(biases);
        }
        clearGradient();
    }

    void clearGradient()
    {
        m_weightGradient.clear();
        m_biasGradient.clear();
        for (std::size_t l = 0; l < m_weights.size(); ++l) {
            m_weightGradient.emplace_back(m_weights[l].size(),
                                          std::vector<double>(m_weights[l][0].size(), 0.0));
            m_biasGradient.emplace_back(m_biases[l].size(), 0.0);
        }
    }

    /// Adds the gradient of one example's cost, returns the cost.
    double addGradientOf(std::span<const std::uint8_t> pixels, int label)
    {
        std::vector<std::vector<double>> a(1);
        std::vector<std::vector<double>> z;
        for (const std::uint8_t pixel : pixels)
            a[0].push_back(pixel / 255.0);
        for (std::size_t l = 0; l < m_weights.size(); ++l) {
            z.emplace_back();
            a.emplace_back();
            for (std::size_t j = 0; j < m_weights[l].size(); ++j) {
                double sum = m_biases[l][j];
                for (std::size_t k = 0; k < m_weights[l][j].size(); ++k)
                    sum += m_weights[l][j][k] * a[l][k];
                z[l].push_back(sum);
                a[l + 1].push_back(value(l, sum));
            }
        }
        if (m_cost == "log-likelihood") { // softmax outputs
            double sum = 0.0;
            for (const double out : z.back())
                sum += std::exp(out);
            for (std::size_t j = 0; j < z.back().size(); ++j)
                a.back()[j] = std::exp(z.back()[j]) / sum;
        }
        std::vector<double> delta;
        double cost = 0.0;
        for (std::size_t j = 0; j < a.back().size(); ++j) {
            const double y = static_cast<int>(j) == label ? 1.0 : 0.0;
            const double out = a.back()[j];
            if (m_cost == "quadratic") {
                cost += 0.5 * (out - y) * (out - y);
                delta.push_back((out - y) * derivative(m_weights.size() - 1, z.back()[j]));
            } else {
                cost -= y * std::log(out);
                if (m_cost == "cross-entropy")
                    cost -= (1.0 - y) * std::log(1.0 - out);
                delta.push_back(out - y);
            }
        }
        for (std::size_t l = m_weights.size(); l-- > 0;) {
            std::vector<double> before(a[l].size(), 0.0);
            for (std::size_t j = 0; j < delta.size(); ++j) {
                m_biasGradient[l][j] += delta[j];
                for (std::size_t k = 0; k < a[l].size(); ++k) {
                    m_weightGradient[l][j][k] += a[l][k] * delta[j];
                    before[k] += m_weights[l][j][k] * delta[j];
                }
            }
            if (l > 0) {
                for (std::size_t k = 0; k < before.size(); ++k)
                    before[k] *= derivative(l - 1, z[l - 1][k]);
            }
            delta = before;
        }
        return cost;
    }

    /// One step of gradient descent with the gradient of `examples` examples; then clears it.
    void update(double learningRate, double regularizationParameter, int trainingDigits,
                int examples)
    {
        for (std::size_t l = 0; l < m_weights.size(); ++l) {
            for (std::size_t j = 0; j < m_weights[l].size(); ++j) {
                for (std::size_t k = 0; k < m_weights[l][j].size(); ++k)
                    m_weights[l][j][k] -= learningRate * regularizationParameter / trainingDigits
                                              * m_weights[l][j][k]
                                          + learningRate * m_weightGradient[l][j][k] / examples;
                m_biases[l][j] -= learningRate * m_biasGradient[l][j] / examples;
            }
        }
        clearGradient();
    }

    template <class L, class J, class K>
    [[nodiscard]] double weight(L l, J j, K k) const
    {
        return m_weights[index(l) - 1][index(j)][index(k)];
    }
    template <class L, class J>
    [[nodiscard]] double bias(L l, J j) const
    {
        return m_biases[index(l) - 1][index(j)];
    }
    template <class L, class J, class K>
    [[nodiscard]] double weightGradient(L l, J j, K k) const
    {
        return m_weightGradient[index(l) - 1][index(j)][index(k)];
    }
    template <class L, class J>
    [[nodiscard]] double biasGradient(L l, J j) const
    {
        return m_biasGradient[index(l) - 1][index(j)];
    }

private:
    template <class I>
    static std::size_t index(I i)
    {
        return static_cast<std::size_t>(i);
    }

    [[nodiscard]] double value(std::size_t l, double z) const
    {
        const bool output = l + 1 == m_weights.size();
        if (output || m_activation == "sigmoid")
            return 1.0 / (1.0 + std::exp(-z));
        if (m_activation == "tanh")
            return std::tanh(z);
        return z > 0.0 || m_activation == "linear" ? z : slope() * z;
    }
    [[nodiscard]] double derivative(std::size_t l, double z) const
    {
        const double f = value(l, z);
        const bool output = l + 1 == m_weights.size();
        if (output || m_activation == "sigmoid")
            return f * (1.0 - f);
        if (m_activation == "tanh")
            return 1.0 - f * f;
        return z > 0.0 || m_activation == "linear" ? 1.0 : slope();
    }
    [[nodiscard]] double slope() const { return m_activation == "leaky-relu" ? 0.01 : 0.0; }

    std::string m_activation;
    std::string m_cost;
    std::vector<Rows> m_weights;
    std::vector<std::vector<double>> m_biases;
    std::vector<Rows> m_weightGradient;
    std::vector<std::vector<double>> m_biasGradient;
};

} // namespace nabla::test
